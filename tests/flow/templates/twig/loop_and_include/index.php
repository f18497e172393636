<?php
use Twig\Environment;
use Twig\Loader\FilesystemLoader;

$twig = new Environment(new FilesystemLoader('templates'), ['autoescape' => 'html']);
echo $twig->render('list.html.twig', ['rows' => [['text' => $_GET['text'], 'size' => 1]]]);
