// Set displayed equations smaller where the page is too narrow for them: down to 60 %, then they scroll.
(() => {
  const SMALLEST = 0.6;

  function fit() {
    for (const frame of document.querySelectorAll("div.math")) {
      const formula = frame.querySelector("mjx-container");
      if (!formula) continue;
      formula.style.fontSize = "";
      if (frame.scrollWidth <= frame.clientWidth) continue;
      const full = parseFloat(getComputedStyle(formula).fontSize);
      const scale = (0.98 * frame.clientWidth) / frame.scrollWidth;
      formula.style.fontSize = `${full * Math.max(SMALLEST, scale)}px`;
    }
  }

  window.addEventListener("load", () => {
    const math = window.MathJax && window.MathJax.startup;
    if (!math) return;
    math.promise.then(() => {
      fit();
      window.addEventListener("resize", fit);
    });
  });
})();
