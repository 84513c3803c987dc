// Where what was found is, for the map: knows no page.

// The places of some assets, in the order of their numbers: {n, lat, lon}. `at` are the places of each asset.
export function spotsOf(numbers, at) {
  const spots = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    for (let k = 0; k < at[n].length; k += 2) spots.push({ n, lat: at[n][k], lon: at[n][k + 1] });
  }
  return spots;
}

// [[south, west], [north, east]] of spots; of none, the wrong way round.
export function bounds(spots) {
  return spots.reduce(
    ([[south, west], [north, east]], { lat, lon }) => [[Math.min(south, lat), Math.min(west, lon)], [Math.max(north, lat), Math.max(east, lon)]],
    [[90, 180], [-90, -180]],
  );
}

// Spots that lie nearer to each other than `reach` pixels stand together: [{at, spots}], where no two `at` are nearer than
// that. The order of `spots` must not change with the view; `project` makes {x, y} of a spot.
export function together(spots, project, reach) {
  const seeds = new Map(), found = [];
  const square = ({ x, y }, dx = 0, dy = 0) => `${Math.floor(x / reach) + dx} ${Math.floor(y / reach) + dy}`;
  const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  const points = spots.map(project);
  const nearest = (point) => {
    let best = null, least = reach;
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const seed of seeds.get(square(point, dx, dy)) ?? []) {
          const far = apart(seed.point, point);
          if (far < least) [best, least] = [seed, far];
        }
      }
    }
    return best;
  };
  spots.forEach((at, k) => {
    if (nearest(points[k])) return;
    const seed = { point: points[k], at, spots: [] };
    seeds.set(square(seed.point), [...(seeds.get(square(seed.point)) ?? []), seed]);
    found.push(seed);
  });
  spots.forEach((spot, k) => nearest(points[k]).spots.push(spot));
  return found;
}
