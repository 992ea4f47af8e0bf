// Returns every computed property of the first element of each kind (its classes and its
// parent's), and of its pseudo-elements.
() => {
  const kinds = new Map();
  for (const element of document.querySelectorAll("*")) {
    const kind = `${element.parentElement?.className} > ${element.localName}.${element.className}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return [...kinds].flatMap(([kind, element]) =>
    ["", "::before", "::after"].map((part) => {
      const style = getComputedStyle(element, part || null);
      if (part && style.content === "none") return `${kind}${part}`;
      const plain = [...style].filter((name) => !name.startsWith("--"));
      const values = plain.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return `${kind}${part} ${values.join("; ")}`;
    })
  );
}
