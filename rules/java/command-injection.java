package shop.tools;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.exec.CommandLine;

class ThumbnailServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("convert " + name + " out.png");
    List<String> line = new ArrayList<>();
    line.add("sh");
    line.add("-c");
    line.add("convert " + name);
    // ruleid: java-command-injection
    new ProcessBuilder(line).start();
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int width = Integer.parseInt(request.getParameter("width"));
    // ok: java-command-injection
    Runtime.getRuntime().exec(new String[] {"convert", "in.png", "-resize", String.valueOf(width)});
    String format = request.getParameter("format").equals("png") ? "png" : "jpg";
    // ok: java-command-injection
    new ProcessBuilder("convert", "in.png", "out." + format).start();
  }

  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    CommandLine line = new CommandLine("convert");
    // ok: java-command-injection
    line.addArgument(request.getParameter("name"));
    // ok: java-command-injection
    line.addArgument("--quiet");
  }

  void nightly() throws IOException {
    String job = new BufferedReader(new FileReader("/etc/shop/job")).readLine();
    // ruleid: java-command-injection-indirect
    Runtime.getRuntime().exec(job);
    // ok: java-command-injection-indirect
    Runtime.getRuntime().exec("/usr/bin/nightly");
  }
}
