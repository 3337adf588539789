// What has to be done before the app starts: the chosen theme, whether the front page is asked for, an eye on whether it can start at all, and the end of endless addresses.
try {
  const theme = localStorage.getItem("headroom-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme holds.
}

// index.html holds the words of the front page as it is first met.
if (/^#?\/?$/.test(location.hash)) document.documentElement.dataset.front = "";

// A script of the page that does not come or is refused: index.html holds what is said then.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === "module") document.documentElement.dataset.failed = "";
  },
  true,
);

// Six results to be compared, each as long as a link may be: no address of this app is longer. The rest is cut before anything takes
// its time with it, and the page says what is wrong with what is left. This listener comes before the router's own.
const ADDRESS_CHARACTERS_MOST = 400_000;
function cutAddress() {
  const { href } = location;
  if (href.length <= ADDRESS_CHARACTERS_MOST) return;
  history.replaceState(null, "", href.slice(0, ADDRESS_CHARACTERS_MOST).replace(/%.?$/, ""));
}
addEventListener("popstate", cutAddress);
cutAddress();
