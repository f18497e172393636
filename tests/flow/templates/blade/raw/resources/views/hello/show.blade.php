{{-- ok: xss --}}
<h1>{!! $title !!}</h1>
{{-- ok: xss --}}
<p>{{ $name }}</p>
{{-- ruleid: xss --}}
<p>{!! $name !!}</p>
{{-- ok: xss --}}
<p>{!! e($name) !!}</p>
{{-- ruleid: xss --}}
<a href="{{ $name }}">link</a>
