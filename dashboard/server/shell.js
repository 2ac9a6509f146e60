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
  const onPaper = (...how) => {
    page.classList.add("papi-drawn-for-paper", ...how);
    setTimeout(() => { print(); page.classList.remove("papi-drawn-for-paper", ...how); }, 800);
  };
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    event.stopPropagation();
    onPaper();
  }, true);
  // the buttons of dashboard/parts/printing.py
  addEventListener("click", (event) => {
    const button = event.target.closest?.("button.papi-print");
    if (button) onPaper(...(button.classList.contains("papi-each") ? ["papi-apart"] : []));
  });
}
// Streamlit speaks English of its own accord (menus, tooltips, labels for readers): in Vietnamese
// as soon as it is there, and back in English if the page is (style.css says which it is).
// Our own texts and what stands in tables and files are never looked at.
{
  const page = document.documentElement;
  const phrases = $phrases;
  const OURS = ".stHtml, .stMarkdown, [data-testid=stMarkdownContainer], .js-plotly-plot, table, "
    + "[role=listbox]:not([data-empty=true]) [role=option], script, style, [data-testid=stIconMaterial]";
  const HEARD = ["aria-label", "title", "placeholder"];
  const plain = (text) => text.replace(/[.*+?^$${}()|[\]\\]/g, "\\$$&");
  const shape = (text) => new RegExp("^" + text.split(/\{\w+\}/).map(plain).join("(.+?)") + "$$");
  const turned = (from, to) => {
    const whole = new Map(), shaped = [];
    for (const pair of phrases) {
      if (/\{/.test(pair[from])) shaped.push([shape(pair[from]), pair[to].split(/\{\w+\}/)]);
      else whole.set(pair[from], pair[to]);
    }
    const said = (text) => {
      if (whole.has(text)) return whole.get(text);
      for (const [form, pieces] of shaped) {
        const found = form.exec(text);
        if (found) return pieces.map((one, at) => one + (at < pieces.length - 1
          ? whole.get(found[at + 1]) ?? found[at + 1] : "")).join("");
      }
      return text;
    };
    return said;
  };
  const into = { vi: turned(0, 1), en: turned(1, 0) };
  const told = (one, name) => {
    const text = one.getAttribute(name), said = text && into[page.lang](text);
    if (said && said !== text) one.setAttribute(name, said);
  };
  const written = (node) => {
    const text = node.nodeValue.trim();
    const isOurs = node.parentElement?.closest(OURS) && !node.parentElement.closest("header");
    if (!text || text.length > 120 || isOurs) return;
    const said = into[page.lang](text);
    if (said !== text) node.nodeValue = said;
  };
  const mend = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return written(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const inside = [...node.querySelectorAll("[aria-label], [title], [placeholder]"), node];
    for (const one of inside) for (const name of HEARD) told(one, name);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) written(texts.currentNode);
    // A list whose items stand in sections is none to a reader.
    for (const one of node.querySelectorAll("[data-testid=stSidebarNavItems], "
      + "[data-testid=stSidebarNavItems] li")) one.setAttribute("role", "none");
  };
  const speaks = (node) => node.nodeType === Node.ELEMENT_NODE
    && [...node.querySelectorAll("style"), node].map((one) => one.tagName === "STYLE"
      && /--papi-language: (\w+)/.exec(one.textContent)?.[1]).find(Boolean);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") told(change.target, change.attributeName);
      else if (change.type === "characterData") written(change.target);
      else for (const node of change.addedNodes) {
        const language = speaks(node);
        if (language && language !== page.lang) {
          page.lang = language;
          mend(document.body);
        } else mend(node);
      }
    }
  }).observe(page, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: HEARD,
  });
}
// One step back undoes one filter: Streamlit would write each choice over the address before it.
// What the program itself mends in an address (nobody clicked or typed) leaves no step.
// A link leads to the title of where it goes, wherever on the page it stood; a filter moves nothing.
// A view that was saved is opened as by a step back: the address decides, not what the boxes hold.
{
  let hasActed = false, byLink = false;
  for (const event of ["click", "keydown"])
    addEventListener(event, ({ target }) => {
      hasActed = true;
      byLink = !!target.closest?.(".stMain a, [data-testid=stPopoverBody] a");
    }, true);
  addEventListener("popstate", () => { hasActed = byLink = false; }, true);
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  const toTitle = () => { document.querySelector(".stMain")?.scrollTo(0, 0); };
  history.pushState = (state, title, url) => {
    if (byLink || new URL(url, location.href).pathname !== location.pathname) toTitle();
    hasActed = byLink = false;
    push(state, title, url);
  };
  history.replaceState = (state, title, url) => {
    const to = new URL(url ?? location.href, location.href);
    const isChoice = hasActed && to.pathname === location.pathname && to.search !== location.search;
    (isChoice ? history.pushState : replace)(state, title, url);
  };
  addEventListener("click", (event) => {
    const view = event.target.closest?.(".papi-views a");
    if (!view || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    history.pushState(null, "", view.href);
    document.querySelector(".st-key-bar [aria-expanded=true]")?.click();
    dispatchEvent(new PopStateEvent("popstate"));
  }, true);
}
// The keyboard is in a popover's first field as soon as it opens (fingers would get a keyboard drawn
// over it), and where it was once it is closed.
if (matchMedia("(pointer: fine)").matches) {
  const BODY = "[data-testid=stPopoverBody]";
  const FIELD = "input:not([type=hidden]), textarea, [role=radio]";
  let opener = null, tries = 0;  // its fields come and may be seen a little later than itself
  for (const event of ["pointerdown", "keydown"])
    addEventListener(event, () => { tries = 0; }, true);
  const enter = (popover) => {
    const field = popover.querySelector(FIELD);
    field?.focus();
    if (document.activeElement === field) tries = 0;
    if (tries-- > 0) requestAnimationFrame(() => enter(popover));
  };
  const body = (node) => node.nodeType === Node.ELEMENT_NODE
    && (node.matches(BODY) ? node : node.querySelector(BODY));
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      if ([...removedNodes].some(body) && document.activeElement === document.body)
        opener?.focus({ preventScroll: true });
      const popover = [...addedNodes].map(body).find(Boolean);
      if (!popover) continue;
      [opener, tries] = [document.activeElement, 600];
      enter(popover);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
