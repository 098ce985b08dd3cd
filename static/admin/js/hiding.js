// Marked words go into the first empty row. Without this, they are copied by hand.
(() => {
  const button = document.querySelector("[data-take-marked]");
  if (!button) return;
  button.hidden = false;
  document.querySelectorAll("[data-with-script]").forEach((hint) => { hint.hidden = false; });
  let marked = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const inside = selection.anchorNode && selection.anchorNode.parentElement.closest("[data-original]");
    const words = selection.toString().trim();
    if (inside && words) marked = words;
  });
  button.addEventListener("click", () => {
    const rows = [...document.querySelectorAll(".board-hide__row input[type=text]")];
    const empty = rows.find((row) => !row.value);
    if (!marked || !empty) return;
    empty.value = marked;
    empty.closest(".board-hide__row").querySelector("select").focus();
  });
})();
