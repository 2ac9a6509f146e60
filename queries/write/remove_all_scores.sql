-- Forget every stored score.
delete from score
