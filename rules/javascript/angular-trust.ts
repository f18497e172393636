import { Component } from "@angular/core";
import { DomSanitizer, SafeHtml, SafeResourceUrl } from "@angular/platform-browser";

@Component({ selector: "shop-note", template: "<div [innerHTML]='html'></div>" })
export class NoteComponent {
  html: SafeHtml;
  frame: SafeResourceUrl;

  constructor(private readonly sanitizer: DomSanitizer) {}

  show(note: string, address: string): void {
    // ruleid: javascript-angular-bypass-security
    this.html = this.sanitizer.bypassSecurityTrustHtml(note);
    // ruleid: javascript-angular-bypass-security
    this.frame = this.sanitizer.bypassSecurityTrustResourceUrl("https://maps.example/" + address);
    // ok: javascript-angular-bypass-security
    this.html = this.sanitizer.bypassSecurityTrustHtml("<b>Welcome</b>");
    // ok: javascript-angular-bypass-security
    this.html = this.sanitizer.sanitize(1, note);
  }
}
