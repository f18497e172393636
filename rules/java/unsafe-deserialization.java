package shop.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import java.beans.XMLDecoder;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class SessionServlet extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (ObjectInputStream objects = new ObjectInputStream(request.getInputStream())) {
      // ruleid: java-unsafe-deserialization
      Object cart = objects.readObject();
    } catch (ClassNotFoundException e) {
      response.sendError(400);
    }
  }

  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java-unsafe-deserialization
    XMLDecoder decoder = new XMLDecoder(request.getInputStream());
    // ok: java-unsafe-deserialization
    Cart cart = new ObjectMapper().readValue(request.getInputStream(), Cart.class);
  }

  void filtered(HttpServletRequest request, ObjectInputFilter filter) throws IOException, ClassNotFoundException {
    ObjectInputStream objects = new ObjectInputStream(request.getInputStream());
    objects.setObjectInputFilter(filter);
    // todook: java-unsafe-deserialization
    objects.readObject();
  }

  Object restore() throws IOException, ClassNotFoundException {
    // ruleid: java-unsafe-deserialization-indirect
    return new ObjectInputStream(new FileInputStream("/srv/shop/cart.bin")).readObject();
  }

  Cart restoreJson() throws IOException {
    // ok: java-unsafe-deserialization-indirect
    return new ObjectMapper().readValue(new FileInputStream("/srv/shop/cart.json"), Cart.class);
  }

  ObjectMapper loose() {
    ObjectMapper mapper = new ObjectMapper();
    // ruleid: java-jackson-default-typing
    mapper.enableDefaultTyping();
    // ruleid: java-jackson-default-typing
    mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
    return mapper;
  }

  ObjectMapper strict() {
    ObjectMapper mapper = new ObjectMapper();
    var types = BasicPolymorphicTypeValidator.builder().allowIfSubType("shop.model.").build();
    // ok: java-jackson-default-typing
    mapper.activateDefaultTyping(types, ObjectMapper.DefaultTyping.NON_FINAL);
    // ok: java-jackson-default-typing
    mapper.findAndRegisterModules();
    return mapper;
  }
}
