namespace Loud {
  export function say(text: string): string {
    return text.toUpperCase();
  }
}

namespace Quiet {
  export function say(text: string): string {
    return '';
  }
}

function run(): void {
  // ruleid: flow
  sink(Loud.say(source()));
  // ok: flow
  sink(Quiet.say(source()));
}
