package media.tools;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.servlet.http.HttpServletRequest;

class Converter {
  Process probe(String file) throws IOException {
    // ruleid: java-command-injection
    return Runtime.getRuntime().exec("ffprobe -show_format " + file);
  }

  Process ping(HttpServletRequest request) throws IOException {
    Runtime runtime = Runtime.getRuntime();
    // ruleid: java-command-injection
    return runtime.exec(String.format("ping -c 1 %s", request.getParameter("host")));
  }

  Process version() throws IOException {
    // ok: java-command-injection
    return Runtime.getRuntime().exec("ffmpeg " + "-version");
  }

  Process probeSafely(String file) throws IOException {
    // ok: java-command-injection
    return Runtime.getRuntime().exec(new String[] {"ffprobe", "-show_format", file});
  }

  Process throughShell(String script) throws IOException {
    // ruleid: java-shell-command-not-literal
    return new ProcessBuilder("/bin/sh", "-c", script).start();
  }

  Process throughCmd(String tool) throws IOException {
    // ruleid: java-shell-command-not-literal
    return Runtime.getRuntime().exec(new String[] {"cmd.exe", "/c", "start " + tool});
  }

  List<String> listed(String tool) {
    // ruleid: java-shell-command-not-literal
    return Arrays.asList("bash", "-lc", tool);
  }

  Process constantScript() throws IOException {
    // ok: java-shell-command-not-literal
    return new ProcessBuilder("/bin/sh", "-c", "ls -l /var/log | wc -l").start();
  }

  Process direct(String file) throws IOException {
    // ok: java-shell-command-not-literal
    return new ProcessBuilder("convert", "-strip", file, "out.png").start();
  }
}
