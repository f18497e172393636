package shop.export;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.File;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;

class Export {
  void share(File report) {
    // ruleid: java-file-writable-by-all
    report.setWritable(true, false);
    // ruleid: java-file-writable-by-all
    var open = PosixFilePermissions.fromString("rwxrwxrwx");
    // ruleid: java-file-writable-by-all
    var set = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OTHERS_WRITE);
    // ok: java-file-writable-by-all
    report.setWritable(true, true);
    // ok: java-file-writable-by-all
    var closed = PosixFilePermissions.fromString("rw-r-----");
  }

  Object tokens(String text, RSAPublicKey key) throws Exception {
    // ruleid: java-jwt-without-signature
    JWT.require(Algorithm.none()).build().verify(text);
    // ruleid: java-jwt-without-signature
    PlainJWT plain = PlainJWT.parse(text);
    // ok: java-jwt-without-signature
    JWT.require(Algorithm.RSA256(key, null)).build().verify(text);
    // ok: java-jwt-without-signature
    return SignedJWT.parse(text);
  }
}
