package shop.files;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.io.FilenameUtils;

class Downloads {
  private static final String BASE = "/srv/invoices/";

  InputStream direct(HttpServletRequest request) throws IOException {
    // ruleid: java-path-traversal-request
    return new FileInputStream(BASE + request.getParameter("name"));
  }

  byte[] nio(HttpServletRequest request) throws IOException {
    // ruleid: java-path-traversal-request
    return Files.readAllBytes(Paths.get(BASE, request.getParameter("name")));
  }

  File throughVariable(HttpServletRequest request) {
    String name = request.getParameter("name");
    // ruleid: java-path-traversal-request
    return new File(BASE, name);
  }

  InputStream lastNameOnly(HttpServletRequest request) throws IOException {
    // ok: java-path-traversal-request
    return new FileInputStream(BASE + FilenameUtils.getName(request.getParameter("name")));
  }

  File checked(HttpServletRequest request) {
    String name = request.getParameter("name");
    if (!name.matches("[a-z0-9]{1,20}")) {
      throw new IllegalArgumentException("name");
    }
    // ok: java-path-traversal-request
    return new File(BASE, name);
  }

  File listed() throws IOException {
    String name = new BufferedReader(new FileReader("/srv/shop/list")).readLine();
    // ruleid: java-path-traversal-indirect
    File folder = new File(BASE, name);
    // ok: java-path-traversal-indirect
    return new File("/srv/shop");
  }

  void unpack(ZipInputStream zip, File target) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      // ruleid: java-zip-entry-path
      File out = new File(target, entry.getName());
      Files.copy(zip, out.toPath());
    }
  }

  void unpackNio(ZipInputStream zip, Path target) throws IOException {
    for (ZipEntry zipEntry = zip.getNextEntry(); zipEntry != null; zipEntry = zip.getNextEntry()) {
      // ruleid: java-zip-entry-path
      Files.copy(zip, target.resolve(zipEntry.getName()));
    }
  }

  void unpackChecked(ZipInputStream zip, Path target) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      // ok: java-zip-entry-path
      Path out = target.resolve(entry.getName()).normalize();
      if (!out.startsWith(target)) {
        throw new IOException("entry outside of target");
      }
      Files.copy(zip, out);
    }
  }

  File byUser(Map.Entry<String, User> user, File homes) {
    // ok: java-zip-entry-path
    return new File(homes, user.getName());
  }
}
