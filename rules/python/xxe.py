import xml.sax
import xml.sax.handler

from lxml import etree
from xml.sax.handler import feature_external_ges


def read(path):
    # ruleid: python-xxe
    parser = etree.XMLParser(resolve_entities=True, huge_tree=False)
    sax = xml.sax.make_parser()
    # ruleid: python-xxe
    sax.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: python-xxe
    sax.setFeature(feature_external_ges, True)
    # ok: python-xxe
    sax.setFeature(xml.sax.handler.feature_external_ges, False)
    # ok: python-xxe
    hardened = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.parse(path, parser), etree.parse(path, hardened)
