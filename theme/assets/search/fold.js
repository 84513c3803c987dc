// Lower case without accents, curly apostrophes made straight. Most words have neither.
export const plain = /^[\x00-\x7f]*$/;
export const fold = (text) => {
  const lower = text.toLowerCase();
  return plain.test(lower) ? lower : lower.replace(/[’‘ʼ]/g, "'").normalize("NFD").replace(/[\u0300-\u036f]+/g, "");
};
