// What room on the plane is taken, in squares of one size, so that only what is near is compared.
export class Room {
  constructor(side) {
    this.side = side;
    this.squares = new Map();
  }

  * around({ left, right, top, bottom }) {
    const square = (number) => Math.floor(number / this.side);
    for (let x = square(left); x <= square(right); x += 1) {
      for (let y = square(top); y <= square(bottom); y += 1) yield `${x} ${y}`;
    }
  }

  take(box) {
    for (const key of this.around(box)) this.squares.set(key, [...(this.squares.get(key) ?? []), box]);
  }

  free(box) {
    const meets = (o) => o.left < box.right && o.right > box.left && o.top < box.bottom && o.bottom > box.top;
    for (const key of this.around(box)) if (this.squares.get(key)?.some(meets)) return false;
    return true;
  }
}
