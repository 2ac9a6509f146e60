"use strict";
// Read before Streamlit's own script: what it would otherwise ask or guess, and the page's
// width for the first run of the page (dashboard/parts/width.py).
window.prerenderReady = false;
window.__streamlit = { BACKEND_BASE_URL: location.origin + "/", HOST_CONFIG: $host_config };
{
  const narrow = matchMedia("(max-width: ${narrow}px)");
  const tell = () => {
    document.cookie = "$cookie=" + (narrow.matches ? 1 : 0) + "; path=/; SameSite=Strict";
  };
  tell();
  narrow.addEventListener("change", tell);
}
// On paper a chart is as wide as the sheet. Charts are drawn for the window: Ctrl+P has them drawn
// anew for the sheet first; from the browser's menu there is no time for that, they are made
// smaller.
{
  const page = document.documentElement;
  const charts = () => document.querySelectorAll(".js-plotly-plot");
  addEventListener("beforeprint", () => {
    const sheet = (name) => parseFloat(getComputedStyle(page).getPropertyValue(name));
    const room = sheet("--papi-sheet"), height = sheet("--papi-sheet-height") - 130;
    for (const chart of charts()) {
      const high = height / chart.offsetHeight;  // one a little too high for a sheet fits as well
      const zoom = Math.min(1, room / chart.offsetWidth, high > 0.6 ? high : 1);
      if (zoom < 1) chart.style.zoom = zoom;
    }
  });
  addEventListener("afterprint", () => {
    for (const chart of charts()) chart.style.zoom = "";
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    event.stopPropagation();
    page.classList.add("papi-drawn-for-paper");
    setTimeout(() => { print(); page.classList.remove("papi-drawn-for-paper"); }, 800);
  }, true);
}
