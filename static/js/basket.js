/* Says on the reading pages, which are the same for everybody, that something is not sent yet.
   Only how much there is and where is kept in the browser, never a word of it. */
(() => {
  const AGE = 30 * 24 * 60 * 60 * 1000; // as long as the basket's cookie lasts
  const told = document.querySelector("[data-basket]");
  const found = location.pathname.match(/^\/consultations\/[^/]+\//);

  const remember = ({ basket, text, link }) => {
    const key = `basket:${basket}`;
    if (text) localStorage.setItem(key, JSON.stringify({ text, link, at: Date.now() }));
    else localStorage.removeItem(key);
  };

  const show = (respond) => {
    const kept = JSON.parse(localStorage.getItem(`basket:${respond}`) || "null");
    if (!kept) return;
    if (Date.now() - kept.at > AGE) {
      localStorage.removeItem(`basket:${respond}`);
      return;
    }
    const make = (name, className, ...children) => {
      const element = document.createElement(name);
      element.className = className;
      element.append(...children);
      return element;
    };
    const link = make("a", "", kept.link);
    link.href = respond;
    const text = make("p", "bar__text", make("strong", "", kept.text));
    const bar = make("aside", "bar", make("div", "wrap bar__inner", text, link));
    bar.setAttribute("aria-label", kept.text);
    document.querySelector("header.header").after(bar);
  };

  try {
    if (told) remember(told.dataset);
    else if (found) show(`${found[0]}respond/`);
  } catch {
    // A browser that keeps nothing: the link to comment leads to the same words.
  }
})();
