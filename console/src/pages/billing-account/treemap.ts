/** A rectangle of a drawing that is 100 wide and 100 high. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WHOLE = 100;

/**
 * Fills a rectangle of some shape (`aspect`: its width by its height) with one rectangle for each
 * size, in proportion, as square as may be: rows are laid along the shorter side and a row grows
 * as long as that makes its worst rectangle squarer (Bruls, Huizing and van Wijk, 2000). Sizes
 * come in falling order and above zero.
 */
export function treemap(sizes: readonly number[], aspect: number): Place[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const areas = sizes.map((size) => (size / total) * aspect);
  const places: Place[] = [];
  let free = { x: 0, y: 0, width: aspect, height: 1 };
  let next = 0;
  while (next < areas.length) {
    const side = Math.min(free.width, free.height);
    let count = 1;
    while (
      next + count < areas.length &&
      worst(areas.slice(next, next + count + 1), side) <=
        worst(areas.slice(next, next + count), side)
    ) {
      count += 1;
    }
    free = layRow(areas.slice(next, next + count), free, places);
    next += count;
  }
  return places.map(({ x, y, width, height }) => ({
    x: (x / aspect) * WHOLE,
    y: y * WHOLE,
    width: (width / aspect) * WHOLE,
    height: height * WHOLE,
  }));
}

/** How far from a square the worst of a row is: 1 is a square. */
function worst(row: readonly number[], side: number): number {
  const area = row.reduce((sum, one) => sum + one, 0);
  const thickness = area / side;
  return Math.max(
    ...row.map((one) => {
      const length = one / thickness;
      return Math.max(length / thickness, thickness / length);
    }),
  );
}

function layRow(row: readonly number[], free: Place, places: Place[]): Place {
  const area = row.reduce((sum, one) => sum + one, 0);
  const isUpright = free.width >= free.height;
  const thickness = area / (isUpright ? free.height : free.width);
  let along = isUpright ? free.y : free.x;
  for (const one of row) {
    const length = one / thickness;
    places.push(
      isUpright
        ? { x: free.x, y: along, width: thickness, height: length }
        : { x: along, y: free.y, width: length, height: thickness },
    );
    along += length;
  }
  return isUpright
    ? { ...free, x: free.x + thickness, width: free.width - thickness }
    : { ...free, y: free.y + thickness, height: free.height - thickness };
}
