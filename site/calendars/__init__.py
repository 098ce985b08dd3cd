"""Working days, bank holidays, festivals and office hours: pure functions and the data they need.

Nothing here knows the database or what a consultation is. Days are `datetime.date`, moments are
aware `datetime`, and the clock on the wall is that of Europe/London.
"""
