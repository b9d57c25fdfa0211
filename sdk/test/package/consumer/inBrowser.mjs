/* global document, location */
// Does the same with what the page's address says after the "#", and writes the name into the page.
import { useStudio } from "./useStudio.mjs";

const show = (state, text) => {
  document.body.textContent = text;
  document.body.dataset.state = state;
};
useStudio(JSON.parse(decodeURIComponent(location.hash.slice(1)))).then(
  (name) => show("done", name),
  (error) => show("failed", String(error)),
);
