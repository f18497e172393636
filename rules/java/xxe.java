package shop.feeds;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;

class FeedReader {
  Document read(InputStream in) throws Exception {
    // ruleid: java-xxe-parser-factory
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(in);
  }

  void sax(InputStream in, org.xml.sax.helpers.DefaultHandler handler) throws Exception {
    // ruleid: java-xxe-parser-factory
    SAXParserFactory.newInstance().newSAXParser().parse(in, handler);
  }

  Document readHardened(InputStream in) throws Exception {
    // ok: java-xxe-parser-factory
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(in);
  }

  void saxHardened(InputStream in, org.xml.sax.helpers.DefaultHandler handler) throws Exception {
    // ok: java-xxe-parser-factory
    SAXParserFactory factory = SAXParserFactory.newInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    factory.newSAXParser().parse(in, handler);
  }

  Document readHardenedElsewhere(InputStream in) throws Exception {
    // ok: java-xxe-parser-factory
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    XmlSettings.refuseDoctypes(factory);
    return factory.newDocumentBuilder().parse(in);
  }

  XMLStreamReader stream(InputStream in) throws Exception {
    // ruleid: java-xxe-stream-factory
    XMLInputFactory factory = XMLInputFactory.newInstance();
    return factory.createXMLStreamReader(in);
  }

  XMLStreamReader streamInline(InputStream in) throws Exception {
    // ruleid: java-xxe-stream-factory
    return XMLInputFactory.newFactory().createXMLStreamReader(in);
  }

  XMLStreamReader streamHardened(InputStream in) throws Exception {
    // ok: java-xxe-stream-factory
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory.createXMLStreamReader(in);
  }

  XMLStreamReader streamHardenedByName(InputStream in) throws Exception {
    // ok: java-xxe-stream-factory
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty("javax.xml.stream.isSupportingExternalEntities", Boolean.FALSE);
    return factory.createXMLStreamReader(in);
  }
}
