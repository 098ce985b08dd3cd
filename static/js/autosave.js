/* Keeps on our server what stands in a form whenever one of its boxes is left. */
(() => {
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const said = form.querySelector("[data-autosave-said]");
    let isDirty = false;
    let isBusy = false;
    let isSent = false;
    let inFlight = null;

    const typed = () => {
      const data = new FormData(form);
      for (const box of form.querySelectorAll("input[type=file]")) data.delete(box.name);
      return data;
    };

    const keep = async (options = {}) => {
      if (!isDirty || isBusy || isSent) return;
      isBusy = true;
      isDirty = false;
      inFlight = new AbortController();
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: typed(),
          signal: inFlight.signal,
          ...options,
        });
        said.textContent = answer.ok ? said.dataset.kept : said.dataset.failed;
      } catch {
        if (!isSent) said.textContent = said.dataset.failed;
      }
      isBusy = false;
      if (isDirty) keep();
    };

    form.addEventListener("input", () => {
      isDirty = true;
    });
    form.addEventListener("change", () => {
      isDirty = true;
      keep();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") keep({ keepalive: true });
    });
    form.addEventListener("submit", () => {
      isSent = true;
      if (inFlight) inFlight.abort();
    });
    window.addEventListener("pageshow", () => {
      isSent = false;
    });
  }
})();
