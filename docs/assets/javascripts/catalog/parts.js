// Templates in the page, in its language, for what scripts add to the table.
import { find } from "../frame/dom.js";

/**
 * Return a copy of the content of `<template data-part="...">`.
 * @param {Element} root
 * @param {string} name
 */
export function copyPart(root, name) {
  const { content } = find(root, `template[data-part="${name}"]`, HTMLTemplateElement);
  return find(document.importNode(content, true), "*", HTMLElement);
}

/**
 * Return words with each {name} replaced by its value.
 * @param {string|undefined} words
 * @param {Record<string, string|number>} values
 */
export const format = (words = "", values) =>
  words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const number = new Intl.NumberFormat(document.documentElement.lang);

/**
 * Return the words for a number of models: those for none, for one, for many, or for all.
 * @param {number} left
 * @param {DOMStringMap} words
 * @param {number} [total]
 */
export function wordsFor(left, { none, one, many, all = many }, total = left) {
  const words = left === 0 ? none : left === 1 ? one : left === total ? all : many;
  return format(words, { left: number.format(left), total: number.format(total) });
}
