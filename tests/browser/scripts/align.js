// The rows that align.js, at `script`, makes of the passages of each case.
async ([script, cases]) => {
  const { align } = await import(script);
  const sets = (passage) => ({
    ...passage,
    anchors: new Set(passage.anchors),
    numbers: new Set(passage.numbers),
  });
  return cases.map((sides) => align(...sides.map((side) => side.map(sets))));
}
