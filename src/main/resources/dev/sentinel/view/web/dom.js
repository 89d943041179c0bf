// The few things the page does to its document. Text is only ever set as text, so nothing that a command is called or
// says becomes markup.

const SVG = "http://www.w3.org/2000/svg";

export const one = (id) => document.getElementById(id);

export function element(tag, classes = "", text = "") {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  if (text) made.textContent = text;
  return made;
}

/** Touches the document only when there is something new to say. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function attribute(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** One of the shapes that the page defines, in a tone; always beside a word, so hidden from screen readers. */
export function shape(name, tone) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "shape");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "use"));
  reshape(svg, name, tone);
  return svg;
}

export function reshape(svg, name, tone) {
  attribute(svg.firstChild, "href", `#shape-${name}`);
  attribute(svg, "data-tone", tone);
}
