import { Circle as Round, Square as Circle } from './shapes';

export function run(): void {
  // ruleid: flow
  sink(new Round(source()).label());
  // ok: flow
  sink(new Circle(source()).label());
}
