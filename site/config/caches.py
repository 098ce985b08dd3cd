"""The shared cache, which the site is quicker with and goes on without."""

import functools
import logging

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def or_else(answer, method):
    """The method, or this answer to the same arguments when Redis is away."""

    @functools.wraps(method)
    def tried(self, *arguments):
        try:
            return method(self, *arguments)
        except RedisError as error:
            logger.warning("The shared cache does not answer: %s", error)
            return answer(*arguments)

    return tried


class SparableClient(RedisCacheClient):
    get = or_else(lambda key, default: default, RedisCacheClient.get)
    get_many = or_else(lambda keys: {}, RedisCacheClient.get_many)
    has_key = or_else(lambda key: False, RedisCacheClient.has_key)
    add = or_else(lambda key, value, timeout: False, RedisCacheClient.add)
    set = or_else(lambda key, value, timeout: None, RedisCacheClient.set)
    set_many = or_else(lambda data, timeout: None, RedisCacheClient.set_many)
    touch = or_else(lambda key, timeout: False, RedisCacheClient.touch)
    incr = or_else(lambda key, delta: delta, RedisCacheClient.incr)
    delete = or_else(lambda key: False, RedisCacheClient.delete)
    delete_many = or_else(lambda keys: None, RedisCacheClient.delete_many)


class SparableRedisCache(RedisCache):
    """A Redis that is away holds nothing and keeps nothing, and no page fails for it.

    Until it is back, pages are made anew each time, and nobody can sign in: `add` says no, and with
    it allauth locks its counts of wrong passwords and uses up the codes of a second factor. Whoever
    is signed in works on, and respondents need no account.
    """

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = SparableClient
