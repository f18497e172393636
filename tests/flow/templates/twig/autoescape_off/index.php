<?php
use Twig\Environment;
use Twig\Loader\FilesystemLoader;

$twig = new Environment(new FilesystemLoader('templates'), ['autoescape' => false]);
$page = $twig->render('plain.html.twig', ['name' => $_GET['name']]);
