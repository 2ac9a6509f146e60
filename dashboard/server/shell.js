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
