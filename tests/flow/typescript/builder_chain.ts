class Page {
  private html = '';

  heading(text: string): Page {
    this.html += `<h1>${text}</h1>`;
    return this;
  }

  rule(): Page {
    this.html += '<hr>';
    return this;
  }

  build(): string {
    return this.html;
  }
}

function run(): void {
  // ruleid: flow
  sink(new Page().heading(source()).rule().build());
  // ok: flow
  sink(new Page().heading('news').rule().build());
}
