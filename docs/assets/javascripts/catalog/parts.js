// What scripts add to the table stands in the page as templates, in its language.

/** Returns a fresh copy of a part of the page: `<template data-part="...">`. */
export function part(root, name) {
  const { content } = root.querySelector(`template[data-part="${name}"]`);
  return document.importNode(content, true).firstElementChild;
}

/** Returns words with each {name} in them replaced by what `values` gives for it. */
export const say = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
