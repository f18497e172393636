<?php
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

Route::get('/list', function (Request $request) {
    return view('list', ['rows' => [['text' => $request->input('text'), 'size' => 1]]]);
});
