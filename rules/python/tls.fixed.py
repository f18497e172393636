import ssl
import urllib.request

import aiohttp
import paramiko
import requests


def fetch(url):
    # ruleid: python-tls-verification-disabled
    first = requests.get(url, timeout=5, verify=False)
    session = requests.Session()
    # ruleid: python-tls-verification-disabled
    session.verify = False
    # ruleid: python-tls-verification-disabled
    connector = aiohttp.TCPConnector(limit=4, ssl=False)
    context = ssl.create_default_context()
    # ruleid: python-tls-verification-disabled
    context.verify_mode = ssl.CERT_NONE
    # ok: python-tls-verification-disabled
    second = requests.get(url, timeout=5, verify="/etc/ssl/internal-ca.pem")
    # ok: python-tls-verification-disabled
    context.verify_mode = ssl.CERT_REQUIRED
    return first, second, connector


def unchecked(url):
    # ruleid: python-ssl-unverified-context
    context = ssl.create_default_context()
    # ruleid: python-ssl-unverified-context
    urllib.request.urlopen(url, context=ssl.create_default_context())
    # ok: python-ssl-unverified-context
    urllib.request.urlopen(url, context=ssl.create_default_context())
    # ok: python-ssl-unverified-context
    urllib.request.urlopen(url)
    return context


def versions():
    # ruleid: python-obsolete-tls-version
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ruleid: python-obsolete-tls-version
    context.minimum_version = ssl.TLSVersion.TLSv1_1
    # ok: python-obsolete-tls-version
    modern = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: python-obsolete-tls-version
    modern.minimum_version = ssl.TLSVersion.TLSv1_3
    return modern


def connect(host):
    client = paramiko.SSHClient()
    # ruleid: python-ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: python-ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.WarningPolicy)
    # ok: python-ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: python-ssh-host-key-unchecked
    client.load_system_host_keys()
    client.connect(host)
