/** Sets of the numbers from 0 that can be joined; at first each number is a set of its own. */
export class DisjointSets {
  private readonly leaders: Int32Array

  constructor(size: number) {
    this.leaders = Int32Array.from({ length: size }, (_, member) => member)
  }

  /** One member that stands for the whole set. */
  leaderOf(member: number): number {
    let at = member
    while (this.leaders[at] !== at) {
      this.leaders[at] = this.leaders[this.leaders[at]!]!
      at = this.leaders[at]!
    }
    return at
  }

  /** Joins the set of `other` to that of `member`, whose leader stays. */
  join(member: number, other: number): void {
    this.leaders[this.leaderOf(other)] = this.leaderOf(member)
  }
}
