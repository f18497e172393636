package shop.net;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.HttpClients;

class Blind implements X509TrustManager {
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {}

  // ruleid: java-trust-manager-accepts-all
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {}

  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

class BlindToo implements X509TrustManager {
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  // ruleid: java-trust-manager-accepts-all
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    // the device has a self-signed certificate
    return;
  }

  public X509Certificate[] getAcceptedIssuers() {
    return null;
  }
}

class Pinned implements X509TrustManager {
  private X509TrustManager next;
  private X509Certificate pin;

  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  // ok: java-trust-manager-accepts-all
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    next.checkServerTrusted(chain, type);
    if (!chain[0].equals(pin)) throw new CertificateException("unexpected certificate");
  }

  public X509Certificate[] getAcceptedIssuers() {
    return next.getAcceptedIssuers();
  }
}

class Delegating implements X509TrustManager {
  private X509TrustManager next;

  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  // ok: java-trust-manager-accepts-all
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    next.checkServerTrusted(chain, type);
  }

  public X509Certificate[] getAcceptedIssuers() {
    return next.getAcceptedIssuers();
  }
}

class AnyHost implements HostnameVerifier {
  // ruleid: java-hostname-verification-disabled
  public boolean verify(String host, SSLSession session) {
    return true;
  }
}

class OneHost implements HostnameVerifier {
  // ok: java-hostname-verification-disabled
  public boolean verify(String host, SSLSession session) {
    return "media.internal.example".equals(host);
  }
}

class Clients {
  void open(HttpsURLConnection connection) throws Exception {
    // ruleid: java-hostname-verification-disabled
    connection.setHostnameVerifier((host, session) -> true);
    // ruleid: java-hostname-verification-disabled
    HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
    // ok: java-hostname-verification-disabled
    connection.setHostnameVerifier((host, session) -> host.endsWith(".internal.example"));
    // ruleid: java-obsolete-tls-version
    SSLContext old = SSLContext.getInstance("TLSv1");
    // ruleid: java-obsolete-tls-version
    SSLContext older = SSLContext.getInstance("SSLv3");
    // ok: java-obsolete-tls-version
    SSLContext current = SSLContext.getInstance("TLSv1.3");
  }

  void listen(SSLServerSocket socket) {
    // ruleid: java-obsolete-tls-version
    socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.1"});
    // ok: java-obsolete-tls-version
    socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
  }
}
