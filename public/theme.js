// What has to be done before the first paint: the chosen theme, and an eye on whether the app can start at all.
try {
  const theme = localStorage.getItem("headroom-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme holds.
}

// A script of the page that does not come or is refused: index.html holds what is said then.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === "module") document.documentElement.dataset.failed = "";
  },
  true,
);
