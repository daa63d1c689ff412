// What must work when no Rust runs: starting it, saying why it cannot start, and what stays possible
// after it stopped. Plain on purpose, and the only JavaScript we write by hand.
//
// It runs in two kinds of page:
//  * the packed file: <script id="flexgauge-glue"> holds wasm-bindgen's no-modules glue and
//    <script id="flexgauge-wasm"> the module (gzip, base64); the worker is a classic one, since
//    browsers refuse module workers on file://;
//  * a page built by Trunk: Trunk starts the module itself, and the worker is a module worker that
//    imports the page's own glue by its address.
"use strict";

(() => {
  const glue = document.getElementById("flexgauge-glue");
  const packed = document.getElementById("flexgauge-wasm");

  let workspace = ""; // the last text given to mirror(): what "Save my workspace" saves
  let stopped = false; // after a panic of the page no Rust is called again

  const words = {
    noWasm:
      "WebAssembly is switched off in this browser, and Flexgauge is made with it. Some firms " +
      "switch it off by policy (in Edge: “Enhance your security on the web”, or JIT switched " +
      "off). Allow it for this file, or open the file in another browser.",
    tooOld:
      "This browser is too old for Flexgauge. It works in Chrome and Edge from version 96, " +
      "Firefox from 113 and Safari from 16.4. Open the file in one of those.",
    page: {
      title: "Flexgauge has stopped",
      text:
        "A mistake in Flexgauge itself stopped it. Nothing has left this browser, and your files " +
        "are untouched. Save your workspace, reload, and open it again to go on where you were.",
    },
    worker: {
      title: "The calculation has stopped",
      text:
        "A mistake in Flexgauge itself stopped its calculation, perhaps for want of memory. Nothing " +
        "has left this browser, and your files are untouched. Starting again reads them once more " +
        "with the settings you made.",
    },
  };

  // ---- Too old, or switched off -------------------------------------------------------------

  function missing() {
    // The hash is how our tests see the words; see src/browser/forced.rs.
    if (typeof WebAssembly !== "object" || location.hash === "#test-no-wasm") {
      return words.noWasm;
    }
    if (typeof DecompressionStream !== "function" || typeof Worker !== "function") {
      return words.tooOld;
    }
    return null;
  }

  function say(text) {
    let boot = document.getElementById("boot");
    if (!boot) {
      boot = document.createElement("p");
      boot.id = "boot";
      document.body.prepend(boot);
    }
    boot.setAttribute("role", "alert");
    boot.textContent = text;
  }

  // ---- Starting -----------------------------------------------------------------------------

  async function start() {
    const text = atob(packed.textContent.trim());
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const module = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    wasm_bindgen.initSync({ module });
  }

  // Starts a worker around the page's own compiled module: it is compiled once.
  function startWorker(module) {
    const source = glue
      ? [glue.textContent, "\nonmessage = (e) => { onmessage = null; wasm_bindgen.initSync({ module: e.data }); };"]
      : [
          `import { initSync } from ${JSON.stringify(trunkGlue())};`,
          "\nonmessage = (e) => { onmessage = null; initSync({ module: e.data }); };",
        ];
    const address = URL.createObjectURL(new Blob(source, { type: "text/javascript" }));
    const worker = new Worker(address, { type: glue ? "classic" : "module", name: "desk" });
    // The page hears of a worker's death by its own listener. Without this one, a trap that comes
    // after that listener is gone would end the page too.
    worker.addEventListener("error", (event) => event.preventDefault());
    worker.postMessage(module);
    // Not at once: a module worker reads its source after this function has returned.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    return worker;
  }

  // Trunk names the glue in a link that preloads it.
  function trunkGlue() {
    const link = document.querySelector('link[rel="modulepreload"][href$=".js"]');
    return new URL(link.getAttribute("href"), document.baseURI).href;
  }

  // ---- After a panic ------------------------------------------------------------------------

  // where: "page" or "worker". startAgain: what to call for a worker's second life.
  function panic(where, message, startAgain) {
    if (stopped) return;
    if (where === "page") {
      stopped = true;
      // From here on the glue calls no Rust, whatever event still comes.
      if (typeof wasm_bindgen !== "undefined") wasm_bindgen.halt();
    }
    const boot = document.getElementById("boot");
    if (boot) boot.remove();
    const old = document.getElementById("panic");
    if (old) old.remove();

    const panel = element("dialog", { id: "panic" });
    panel.dataset.where = where;
    panel.setAttribute("aria-labelledby", "panic-title");
    panel.append(element("h2", { id: "panic-title", textContent: words[where].title }));
    panel.append(element("p", { textContent: words[where].text }));
    const buttons = element("p", { className: "buttons" });
    if (startAgain) {
      buttons.append(
        button("panic-again", "Start again", () => {
          panel.remove();
          startAgain();
        }),
      );
    }
    if (workspace !== "") buttons.append(button("panic-save", "Save my workspace", save));
    buttons.append(button("panic-reload", "Reload", reload));
    panel.append(buttons);
    const details = element("details", {});
    details.append(element("summary", { textContent: "Details, to copy into a report" }));
    details.append(element("pre", { id: "panic-message", textContent: message }));
    panel.append(details);
    // Escape would hide the only way on.
    panel.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(panel);
    panel.showModal();
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  function button(id, text, click) {
    const made = element("button", { id, type: "button", textContent: text });
    made.addEventListener("click", click);
    return made;
  }

  function save() {
    const address = URL.createObjectURL(new Blob([workspace], { type: "application/json" }));
    element("a", { href: address, download: "workspace.flexgauge.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  function reload() {
    location.reload();
  }

  // A trap (out of memory, stack overflow) is no Rust panic, and an exception that crosses Rust
  // leaves it half-way: both end the page as a panic does.
  addEventListener("error", (event) => {
    const elsewhere = /^[a-z]+-extension:/.test(event.filename || "");
    const harmless = /^ResizeObserver loop/.test(event.message || "");
    if (!elsewhere && !harmless) panic("page", event.message || String(event.error));
  });
  addEventListener("unhandledrejection", (event) => {
    panic("page", String((event.reason && event.reason.message) || event.reason));
  });

  window.flexgauge = {
    startWorker,
    panic,
    mirror: (text) => {
      workspace = text;
    },
  };

  const reason = missing();
  if (reason) {
    say(reason);
    stopped = true;
  } else if (packed) {
    start().catch((error) => {
      if (error instanceof WebAssembly.CompileError) say(words.tooOld);
      else panic("page", String((error && error.message) || error));
    });
  }
})();
