<?php

class Mail
{
    private string $subject;
    private string $priority;

    public function __construct(string $subject, string $priority)
    {
        $this->subject = $subject;
        $this->priority = $priority;
    }

    public function headline(): string
    {
        return "Re: {$this->subject}";
    }

    public function flag(): string
    {
        return "!{$this->priority}";
    }
}

function answer(): void
{
    $mail = new Mail(source(), 'high');
    // ruleid: flow
    sink($mail->headline());
    // ok: flow
    sink($mail->flag());
}
