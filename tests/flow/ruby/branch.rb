def paint(night)
  if night
    color = source()
  else
    color = 'white'
  end
  # ruleid: flow
  sink(color)
end

def repaint(night)
  color = if night
            'black'
          else
            'white'
          end
  source()
  # ok: flow
  sink(color)
end
