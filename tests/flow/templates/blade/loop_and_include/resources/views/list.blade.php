@extends('layout')
@section('content')
@foreach ($rows as $row)
  {{-- ok: xss --}}
  <li>{{ $row['text'] }} {!! $row['size'] !!}</li>
  @include('partials.row', ['item' => $row['text'], 'other' => $row['size']])
@endforeach
@endsection
