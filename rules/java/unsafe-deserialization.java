package shop.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import java.beans.XMLDecoder;
import java.beans.XMLEncoder;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

class SessionStore {
  Object load(InputStream in) throws Exception {
    // ruleid: java-object-input-stream
    ObjectInputStream objects = new ObjectInputStream(in);
    return objects.readObject();
  }

  Object loadInTry(InputStream in) throws Exception {
    // ruleid: java-object-input-stream
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }

  Object loadFiltered(InputStream in, ObjectInputFilter filter) throws Exception {
    // ok: java-object-input-stream
    ObjectInputStream objects = new ObjectInputStream(in);
    objects.setObjectInputFilter(filter);
    return objects.readObject();
  }

  Object loadFilteredInTry(InputStream in, ObjectInputFilter filter) throws Exception {
    // ok: java-object-input-stream
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      objects.setObjectInputFilter(filter);
      return objects.readObject();
    }
  }

  void save(OutputStream out, Object value) throws Exception {
    // ok: java-object-input-stream
    new ObjectOutputStream(out).writeObject(value);
  }

  Object decode(InputStream in) {
    // ruleid: java-xml-decoder
    return new XMLDecoder(in).readObject();
  }

  Object decodeTwo(InputStream in) {
    // ruleid: java-xml-decoder
    XMLDecoder decoder = new XMLDecoder(in, null);
    return decoder.readObject();
  }

  void encode(OutputStream out, Object value) {
    // ok: java-xml-decoder
    new XMLEncoder(out).writeObject(value);
  }

  Object decodeJson(InputStream in) throws Exception {
    // ok: java-xml-decoder
    return new ObjectMapper().readValue(in, Cart.class);
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
