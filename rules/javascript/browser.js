import DOMPurify from "dompurify";
import jwt from "jsonwebtoken";

function show(element, name) {
  element.innerHTML = "<b>" + location.hash.slice(1) + "</b>";
  document.write(`<a href="${document.referrer}">back</a>`);
  $("#title").html(decodeURIComponent(window.location.search));
  element.textContent = location.hash.slice(1);
  element.innerHTML = DOMPurify.sanitize(location.hash);
  element.innerHTML = "<b>Welcome</b>";
}

function talk(frame, token) {
  // ruleid: javascript-post-message-any-target
  frame.contentWindow.postMessage({ token }, "*");
  // ruleid: javascript-post-message-any-target
  window.parent.postMessage("ready", "*");
  // ok: javascript-post-message-any-target
  frame.contentWindow.postMessage({ token }, "https://pay.example");
  // ok: javascript-post-message-any-target
  worker.postMessage({ job: 1 });
}

// ruleid: javascript-message-origin-unchecked
window.addEventListener("message", (event) => {
  apply(event.data);
});

// ruleid: javascript-message-origin-unchecked
window.onmessage = function (message) {
  apply(message.data);
};

// ok: javascript-message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.origin !== "https://pay.example") {
    return;
  }
  apply(event.data);
});

// ok: javascript-message-origin-unchecked
window.addEventListener("resize", (event) => {
  apply(event.detail);
});

function remember(token, theme) {
  // ruleid: javascript-token-in-web-storage
  localStorage.setItem("access_token", token);
  // ruleid: javascript-token-in-web-storage
  window.sessionStorage.setItem("jwt", token);
  // ok: javascript-token-in-web-storage
  localStorage.setItem("theme", theme);
  // ok: javascript-token-in-web-storage
  localStorage.setItem("token-count", "3");
}

function user(token, key) {
  let claims = { role: "guest" };
  // ruleid: javascript-security-check-swallowed
  try {
    claims = jwt.verify(token, key);
  } catch (error) {
    // anonymous then
  }
  // ruleid: javascript-security-check-swallowed
  try {
    jwt.verify(token, key);
    claims = jwt.decode(token);
  } catch {}
  // ok: javascript-security-check-swallowed
  try {
    claims = jwt.verify(token, key);
  } catch (error) {
    throw new Error("not signed in");
  }
  // ok: javascript-security-check-swallowed
  try {
    claims.theme = JSON.parse(localStorage.getItem("theme"));
  } catch (error) {}
  return claims;
}
