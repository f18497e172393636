package shop.web;

import java.io.IOException;
import java.security.Signature;
import java.security.SignatureException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Checkout {
  private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);

  void audit(HttpServletRequest request) {
    LOG.info("login of " + request.getParameter("user"));
    LOG.warn("refused " + request.getParameter("coupon") + " for this cart");
    LOG.info("login of {}", request.getParameter("user"));
    LOG.info("cart has " + request.getContentLength() + " bytes");
  }

  void answer(HttpServletResponse response, Exception failure) throws IOException {
    // ruleid: java-error-detail-exposure
    failure.printStackTrace(response.getWriter());
    // ruleid: java-error-detail-exposure
    response.sendError(500, failure.getMessage());
    // ok: java-error-detail-exposure
    response.sendError(500, "internal error");
    // ok: java-error-detail-exposure
    LOG.error("checkout failed", failure);
  }

  void verify(Signature signature, byte[] data, byte[] mark) throws Exception {
    try {
      signature.update(data);
      signature.verify(mark);
    // ruleid: java-security-exception-swallowed
    } catch (SignatureException e) {
    }
    try {
      checkRole("admin");
    // ruleid: java-security-exception-swallowed
    } catch (AccessDeniedException denied) {
      // not allowed, ignored for now
    }
    try {
      checkRole("admin");
    // ok: java-security-exception-swallowed
    } catch (AccessDeniedException denied) {
      throw new IllegalStateException("admin only", denied);
    }
    try {
      Thread.sleep(10);
    // ok: java-security-exception-swallowed
    } catch (InterruptedException e) {
    }
  }
}
