import DOMPurify from "dompurify";

export function Comment({ comment }) {
  // ruleid: javascript-react-unsafe-html
  return <div className="comment" dangerouslySetInnerHTML={{ __html: comment.html }} />;
}

export function Article({ article }) {
  // ruleid: javascript-react-unsafe-html
  const body = <section dangerouslySetInnerHTML={{ __html: article.body }}></section>;
  return body;
}

export function CleanComment({ comment }) {
  // ok: javascript-react-unsafe-html
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.html) }} />;
}

export function TextComment({ comment }) {
  // ok: javascript-react-unsafe-html
  return <div className="comment">{comment.text}</div>;
}

export function Copyright() {
  // ok: javascript-react-unsafe-html
  return <span dangerouslySetInnerHTML={{ __html: "&copy; 2024" }} />;
}
