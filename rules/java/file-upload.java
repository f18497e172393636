package shop.web;

import java.io.IOException;
import java.util.UUID;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;

class PhotoServlet extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
    Part photo = request.getPart("photo");
    // ruleid: java-upload-file-name
    photo.write("/srv/photos/" + photo.getSubmittedFileName());
  }

  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
    Part photo = request.getPart("photo");
    // ok: java-upload-file-name
    photo.write("/srv/photos/" + UUID.randomUUID() + ".jpg");
  }
}
