@if ($name)
{{-- ruleid: xss --}}
<p>{!! $name !!}</p>
@else
{{-- ok: xss --}}
<p>{!! $title !!}</p>
@endif
